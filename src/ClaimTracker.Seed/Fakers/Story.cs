using ClaimTracker.Seed.Bodies;

namespace ClaimTracker.Seed.Fakers;

/// <summary>An article and the work of the desk on it: all that is loaded for one number.</summary>
/// <param name="Article">The article.</param>
/// <param name="Checks">What is checked, in the order of the sentences.</param>
/// <param name="Triage">Sentences that are put aside.</param>
internal sealed record Story(SeedArticle Article, IReadOnlyList<StoryCheck> Checks, IReadOnlyList<StoryTriage> Triage);

/// <summary>The check of one sentence.</summary>
/// <param name="Sentence">Its exact words.</param>
/// <param name="Claim">The claim that it makes.</param>
/// <param name="Evidence">May be empty.</param>
/// <param name="Verdict">Null while there is none.</param>
/// <param name="Publish">Whether the verdict is published; otherwise it stays a draft.</param>
internal sealed record StoryCheck(
    string Sentence, SeedClaim Claim, IReadOnlyList<SeedEvidence> Evidence, SeedVerdict? Verdict, bool Publish);

/// <summary>A sentence that is put aside.</summary>
internal sealed record StoryTriage(string Sentence, SeedTriage Triage);
