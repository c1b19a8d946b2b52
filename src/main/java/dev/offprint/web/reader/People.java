package dev.offprint.web.reader;

import dev.offprint.groups.GroupStore;
import dev.offprint.subscribers.FeedbackPapers;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.SubscriberStore;

/**
 * Who reads.
 *
 * @param contact where replies to mails go, as mails say it; empty where nobody reads them
 */
public record People(
    SubscriberStore subscribers,
    GroupStore groups,
    Membership membership,
    Notices notices,
    LinkTokens tokens,
    FeedbackPapers liked,
    String contact) {}
