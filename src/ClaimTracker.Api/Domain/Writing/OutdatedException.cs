namespace ClaimTracker.Api.Domain.Writing;

/// <summary>What was worked out before a change no longer fits the tables. Nothing was written, and it is worked out anew.</summary>
internal sealed class OutdatedException() : Exception("What was worked out before the change is outdated.");
