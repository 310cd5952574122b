namespace ClaimTracker.Data;

/// <summary>A table as the catalogue of its database describes it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Key">The columns of the primary key, in its order, separated by commas.</param>
/// <param name="RefersTo">The names of the tables that its foreign keys refer to, in alphabetical order. It may be one of them.</param>
internal sealed record TableShape(string Name, string Key, IReadOnlyList<string> RefersTo);
