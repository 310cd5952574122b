namespace ClaimTracker.Api.Features.Inbox;

/// <summary>Why something waits for somebody.</summary>
internal enum InboxReason
{
    /// <summary>A claim or an article was given to you, and is not done.</summary>
    Assigned = 1,

    /// <summary>A verdict of yours was returned to you.</summary>
    Rejected = 2,

    /// <summary>A verdict was submitted, and you may approve it.</summary>
    ToApprove = 3,

    /// <summary>A verdict was approved, and you may publish it.</summary>
    ToPublish = 4,

    /// <summary>A comment mentions you, is not settled, and you have not answered it.</summary>
    Mentioned = 5,

    /// <summary>A comment of yours was answered, and the answer is not settled.</summary>
    Answered = 6,

    /// <summary>The words of a sentence were edited since a claim of yours was linked to it.</summary>
    Recheck = 7,

    /// <summary>A published verdict of yours, or on a claim of yours, is due for review.</summary>
    ReviewDue = 8,
}

/// <summary>Something that waits for the caller.</summary>
internal sealed record InboxItem
{
    public required InboxReason Reason { get; init; }

    /// <summary>What waits, such as claim/12.</summary>
    public required string Subject { get; init; }

    public required string Address { get; init; }

    /// <summary>The words of the claim, sentence or comment, the title of the article, or the claim that the verdict judges.</summary>
    public required string? Text { get; init; }

    /// <summary>The nearest deadline of the articles that it is for, or the day of the review; null for none.</summary>
    public required DateTimeOffset? Deadline { get; init; }

    /// <summary>Since when it waits.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Whether it has waited only since the mark that PUT /me/inbox/read sets.</summary>
    public required bool Unread { get; init; }
}
