namespace ClaimTracker.Seed.Bodies;

/// <summary>What the seeder reads of an answer: the id of what was made.</summary>
internal sealed record MadeRecord(long Id);

/// <summary>What it reads of a new article.</summary>
internal sealed record MadeArticle(long Id, IReadOnlyList<MadeSentence> Sentences);

/// <summary>What it reads of a sentence.</summary>
internal sealed record MadeSentence(long Id, string Text);

/// <summary>What it reads of new evidence.</summary>
internal sealed record MadeEvidence(long Id, MadeRecord Source);

/// <summary>One result line of POST /claims/bulk.</summary>
internal sealed record BulkOutcome(int Line, int Status, ProblemAnswer? Problem);

/// <summary>What it reads of a refusal.</summary>
internal sealed record ProblemAnswer(string? Detail, string? Existing);

/// <summary>What it reads of a new key.</summary>
internal sealed record MadeKey(long Id, string Key);
