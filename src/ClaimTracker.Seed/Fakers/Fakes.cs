using Bogus;

namespace ClaimTracker.Seed.Fakers;

/// <summary>
/// Where every made-up thing comes from: the same seed and number give the same things, whatever else is made beside them.
/// </summary>
internal static class Fakes
{
    public static Faker Of(int seed, int number = 0) => new("en") { Random = new Randomizer(unchecked((seed * 486_187_739) + number)) };
}
