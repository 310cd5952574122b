namespace ClaimTracker.Data.Copying;

/// <summary>A table that was copied.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Checksum">SHA-256 of all its rows in the order of their keys, in hex; the same on either engine.</param>
public sealed record CopiedTable(string Name, long Rows, string Checksum);
