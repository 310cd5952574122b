namespace ClaimTracker.Seed.Bodies;

/// <summary>Body of POST /claims/{id}/verdicts. It rests on all evidence of the claim.</summary>
internal sealed record SeedVerdict(string Rating, string Justification);

/// <summary>Body of PATCH /sentences/{id}.</summary>
internal sealed record SeedTriage(string State, string Reason);
