package dev.offprint.ledger;

/**
 * The record of every mail that is to get out exactly once, by what its users need of it: who
 * plans, who sends, who reads.
 */
public record Ledger(
    PlanStore plans,
    ClaimStore claims,
    SettlementStore settlements,
    DeliveryStore deliveries,
    NoticeStore notices,
    ReturnStore returns,
    RetentionStore retention) {}
