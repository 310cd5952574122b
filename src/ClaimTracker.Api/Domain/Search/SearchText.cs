namespace ClaimTracker.Api.Domain.Search;

/// <summary>
/// A search in the language of each engine. Its words are letters and digits alone, so nothing in them has a meaning there.
/// </summary>
internal static class SearchText
{
    /// <summary>The columns that are seen outside the desk too.</summary>
    private const string Seen = "{title text name} : ";

    /// <summary>As FTS5 reads it (sqlite.org/fts5.html, section 3).</summary>
    public static string OfFts5(WordQuery query, bool inside)
    {
        var wanted = string.Join(" AND ", query.Clauses.Where(static clause => !clause.Excluded).Select(Fts5));
        var excluded = string.Concat(query.Clauses.Where(static clause => clause.Excluded).Select(static clause => $" NOT {Fts5(clause)}"));
        return $"{(inside ? "" : Seen)}(({wanted}){excluded})";
    }

    /// <summary>As PostgreSQL reads a tsquery.</summary>
    public static string OfPostgres(WordQuery query, bool inside) => string.Join(
        " & ", query.Clauses.Select(clause => (clause.Excluded ? "!" : "") + Postgres(clause, inside ? "ABCD" : "ABC")));

    /// <summary>A phrase in the text of a thing, for an engine; its words have spaces between them.</summary>
    public static string OfPhrase(string phrase, Dialect dialect) => dialect == Dialect.Sqlite
        ? $"text : \"{phrase}\""
        : string.Join(" <-> ", phrase.Split(' ').Select(static word => $"'{word}':B"));

    private static string Fts5(WordClause clause)
    {
        var field = clause.Field is { } of ? $"{of.ToString().ToLowerInvariant()} : " : "";
        var before = string.Concat(clause.Words.SkipLast(1).Select(static word => word + " "));
        var forms = (clause.Endings ?? []).Select(stem => $"\"{before}{stem}\"")
            .Prepend($"\"{before}{clause.Words[^1]}\"{(clause.IsPrefix ? " *" : "")}");
        return $"{field}({string.Join(" OR ", forms)})";
    }

    private static string Postgres(WordClause clause, string seen)
    {
        var columns = clause.Field is { } field ? seen[(int)field].ToString() : seen;
        var forms = (clause.Endings ?? []).Select(stem => $"'{stem}':{columns}")
            .Prepend($"'{clause.Words[^1]}':{(clause.IsPrefix ? "*" : "")}{columns}");
        var before = string.Concat(clause.Words.SkipLast(1).Select(word => $"'{word}':{columns} <-> "));
        return $"({before}({string.Join(" | ", forms)}))";
    }
}
