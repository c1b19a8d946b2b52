package dev.offprint.web;

/** What is replied to a request: a page yet to be rendered, or a body as it is. */
sealed interface Reply permits Answer, Body, KeptPage.Kept {}
