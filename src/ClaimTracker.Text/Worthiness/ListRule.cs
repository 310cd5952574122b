namespace ClaimTracker.Text.Worthiness;

/// <summary>A rule that counts the words of one list.</summary>
/// <param name="Name">The name of its component.</param>
/// <param name="Words">The list.</param>
/// <param name="Most">The number of words from which on more add nothing.</param>
/// <param name="Why">What the words say.</param>
internal sealed record ListRule(string Name, WordLists Words, int Most, string Why)
{
    /// <summary>The rules in the order of their components.</summary>
    public static readonly IReadOnlyList<ListRule> All =
    [
        new("quantities", WordLists.Quantities, 2, "words of quantity"),
        new("units", WordLists.Units, 1, "money, a share or a measure"),
        new("measures", WordLists.Measures, 1, "words of statistics"),
        new("comparison", WordLists.Comparison, 2, "compares"),
        new("scope", WordLists.Scope, 2, "speaks of all, none or the first"),
        new("cause", WordLists.Cause, 1, "gives a cause"),
        new("change", WordLists.Change, 2, "says that something rose, fell or was lost"),
        new("fact_verbs", WordLists.FactVerbs, 2, "says what was done"),
        new("statement", WordLists.Statement, 2, "states what is or was"),
        new("topic", WordLists.Topic, 3, "is about public affairs"),
        new("attribution", WordLists.Attribution, 2, "cites a source"),
        new("time", WordLists.Time, 2, "says when"),
        new("opinion", WordLists.Opinion, 3, "gives an opinion"),
        new("future", WordLists.Future, 3, "refers to the future, or to what might be"),
        new("first_person", WordLists.FirstPerson, 2, "refers to the speaker"),
        new("second_person", WordLists.SecondPerson, 2, "speaks to somebody"),
        new("procedure", WordLists.Procedure, 2, "greets, thanks or leads a discussion"),
    ];

    /// <summary>The list that a component counts.</summary>
    public static WordLists ListNamed(string name) => All.Single(rule => rule.Name == name).Words;
}
