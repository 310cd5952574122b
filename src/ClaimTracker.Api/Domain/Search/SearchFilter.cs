namespace ClaimTracker.Api.Domain.Search;

/// <summary>The condition of the lists that <c>q</c> asks for.</summary>
internal static class SearchFilter
{
    private const string NothingSql = "1 = 0";

    /// <summary>Things that a search finds; null asks for nothing. Outside the desk, nothing is found by a note of the desk.</summary>
    /// <param name="filter">The conditions of the list.</param>
    /// <param name="actor">The reader.</param>
    /// <param name="kind">What the list is of.</param>
    /// <param name="column">The column with the id of a thing.</param>
    /// <param name="asked">What was typed; it was checked (<see cref="SearchRules"/>).</param>
    public static Filter FoundBy(this Filter filter, Actor actor, SearchKind kind, string column, string? asked)
    {
        if (asked is null || WordQuery.Parse(asked).Query is not { } query)
        {
            return filter;
        }

        if (!actor.IsInside && query.Clauses.Any(static clause => clause.Field == WordField.Note))
        {
            return filter.And(NothingSql);
        }

        var table = SearchTable.Of(kind);
        return filter.AmongFound(column, table.Found, table.Holds, new
        {
            Words = SearchText.OfFts5(query, actor.IsInside),
            Query = SearchText.OfPostgres(query, actor.IsInside),
        });
    }
}

internal static class SearchRules
{
    /// <summary>What a person types to search.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> SearchWords<T>(this IRuleBuilder<T, string?> rule)
        where T : class => rule.Optional(Limits.Text).Custom(static (asked, context) =>
        {
            if (asked is not null && WordQuery.Parse(asked).Fault is { } fault)
            {
                context.AddFailure(fault);
            }
        });
}
