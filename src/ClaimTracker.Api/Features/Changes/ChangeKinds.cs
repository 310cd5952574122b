namespace ClaimTracker.Api.Features.Changes;

/// <summary>Which kinds of events somebody may follow: what cannot be read is not told about either.</summary>
internal static class ChangeKinds
{
    private const string ClaimSubject = "claim";

    /// <summary>What the public reads is verdicts, with the claim that they judge.</summary>
    private static readonly EventKind[] OfPublished =
    [
        EventKind.VerdictPublished, EventKind.VerdictImported, EventKind.VerdictSuperseded, EventKind.VerdictRetracted,
        EventKind.VerdictErased,
        EventKind.ClaimEdited, EventKind.ClaimHouseChanged, EventKind.ClaimMerged, EventKind.ClaimUnmerged,
    ];

    private static readonly HashSet<string> SubjectsOfReaders =
        new(["article", "sentence", ClaimSubject, "source", "evidence", "rating_scale"], StringComparer.Ordinal);

    private static readonly string[] Everything = [.. EventKind.All.Select(static kind => kind.Name)];
    private static readonly string[] OfReaders =
    [
        .. EventKind.All
            .Where(static kind => SubjectsOfReaders.Contains(SubjectOf(kind.Name)) || OfPublished.Contains(kind))
            .Select(Name),
    ];
    private static readonly string[] OfPublic = [.. OfPublished.Select(Name)];

    /// <summary>The subjects of events, such as claim.</summary>
    public static IReadOnlyList<string> Subjects { get; } = [.. Everything.Select(SubjectOf).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether each of these words is a kind of event, or a subject of events.</summary>
    public static bool AreKnown(string words) => words.Split(',').All(static word =>
        Everything.Contains(word, StringComparer.Ordinal) || Subjects.Contains(word, StringComparer.Ordinal));

    /// <summary>The kinds that an actor follows.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="words">Kinds, and subjects for all of their kinds, separated by commas; null for all that the actor may follow.</param>
    /// <exception cref="ProblemException">403: a word names only kinds that the actor may not follow.</exception>
    public static string[] Of(Actor actor, string? words)
    {
        var allowed = actor.SeesDrafts ? Everything : actor.SeesDesk ? OfReaders : OfPublic;
        return words is null
            ? allowed
            : [.. words.Split(',').SelectMany(word => Named(allowed, word, actor)).Distinct(StringComparer.Ordinal)];
    }

    private static List<string> Named(string[] allowed, string word, Actor actor)
    {
        var named = allowed.Where(kind => kind == word || SubjectOf(kind) == word).ToList();
        return named.Count > 0 ? named : throw new ProblemException(
            ProblemType.Forbidden,
            $"With the role {actor.Role.ToWord()} you may not follow {word}, only {string.Join(", ", allowed)}.");
    }

    private static string SubjectOf(string kind) => kind.Split('.')[0];

    private static string Name(EventKind kind) => kind.Name;
}
