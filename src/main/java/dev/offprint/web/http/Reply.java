package dev.offprint.web.http;

/** What is replied to a request: a page yet to be rendered, or a body as it is. */
public sealed interface Reply permits Page, Body, CachedPage.Cached {}
