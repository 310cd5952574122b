namespace ClaimTracker.Seed.Fakers;

/// <summary>A kind of statement with one figure in it.</summary>
/// <param name="Tag">Its subject, as a tag and as a part of addresses.</param>
/// <param name="Register">The register that knows the figure.</param>
/// <param name="Min">Smallest figure.</param>
/// <param name="Max">Largest figure.</param>
/// <param name="Sentence">As articles say it.</param>
/// <param name="Assertion">Worded so that it stands alone.</param>
/// <param name="Excerpt">As the register says it.</param>
internal sealed record FactPattern(string Tag, string Register, int Min, int Max, string Sentence, string Assertion, string Excerpt)
{
    public static readonly IReadOnlyList<FactPattern> All =
    [
        new("traffic", "Traffic counts", 2_000, 20_000,
            "In {year}, an average of {figure} vehicles a day used the new bypass.",
            "In {year}, an average of {figure} vehicles a day used the new bypass of {place}.",
            "Bypass, mean of all days, both directions: {figure}."),
        new("budget", "Accounts of the town", 20, 90,
            "The council spent ${figure} million on the harbor, more than in any year before.",
            "In {year}, the council of {place} spent ${figure} million on the harbor.",
            "Harbor, total: {figure} (million dollars)."),
        new("schools", "School statistics", 800, 9_000,
            "The town's schools taught {figure} children last year, some of them in two shifts.",
            "In {year}, the schools of {place} taught {figure} children.",
            "Children enrolled on Oct. 1: {figure}."),
        new("housing", "House sales by district", 180_000, 520_000,
            "A house in the old town sold for ${figure} on average, according to the land registry.",
            "In {year}, a house in the old town of {place} sold for ${figure} on average.",
            "Old town, mean sale price: {figure}."),
        new("ferry", "Passenger statistics of the harbor", 10_000, 400_000,
            "The ferry carried {figure} passengers last summer, which its owners call a record.",
            "In the summer of {year}, the ferry of {place} carried {figure} passengers.",
            "Ferry, June to August: {figure}."),
        new("health", "Waiting times", 20, 120,
            "Patients of the U.S. veterans' clinic wait {figure} days for a first appointment.",
            "In {year}, patients of the veterans' clinic of {place} waited {figure} days for a first appointment.",
            "Veterans' clinic, median days to first appointment: {figure}."),
        new("safety", "Report of the fire service", 100, 3_000,
            "Firefighters were called out {figure} times, most of them before Oct. 7.",
            "In {year}, the firefighters of {place} were called out {figure} times.",
            "Calls in the year: {figure}."),
        new("water", "Report of the waterworks", 20, 45,
            "The waterworks lose {figure} percent of all drinking water to leaks, Dr. Amara J. Lindholm told the council.",
            "The waterworks of {place} lose {figure} percent of all drinking water to leaks.",
            "Share of water not accounted for: {figure} percent."),
        new("jobs", "Register of employers", 50, 2_500,
            "The shipyard, which once employed half the town, has {figure} workers today.",
            "The shipyard of {place} had {figure} workers in {year}.",
            "Shipyard, persons employed: {figure}."),
        new("culture", "Library statistics", 9_000, 90_000,
            "Readers borrowed {figure} books from the public library in {year}.",
            "In {year}, readers borrowed {figure} books from the public library of {place}.",
            "Loans of printed books: {figure}."),
        new("energy", "Electricity statistics", 20, 60,
            "Solar roofs now supply {figure} percent of the electricity that the town uses.",
            "Solar roofs supply {figure} percent of the electricity that {place} uses.",
            "Solar, share of consumption: {figure} percent."),
        new("population", "Register of residents", 4_000, 60_000,
            "The town has grown to {figure} people, its mayor told \"The Morning Tide.\"",
            "{place} has {figure} residents.",
            "Residents on Dec. 31: {figure}."),
    ];
}
