using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Fields;

/// <summary>The names of fields, and what knows them by name.</summary>
internal static class FieldNaming
{
    private const string SameNameSql = "select id from fields where subject = @on and name_key = @key";
    private const string LiveListsSql = "select id, query from lists where query is not null order by id";

    /// <exception cref="ProblemException">409: another field of the same kind of thing has the name, ignoring case.</exception>
    public static async Task RequireFreeAsync(ReadTx tx, FieldSubject on, string name, long? own)
    {
        if (await tx.FirstAsync<long?>(SameNameSql, new { on, key = TextKey.Of(name) }) is { } other && other != own)
        {
            throw Problem.Conflict($"Field {other} has this name.", Subject.Field(other).Address);
        }
    }

    /// <summary>Refuses to take away a name by which a live list finds its claims.</summary>
    /// <exception cref="ProblemException">409.</exception>
    public static async Task RequireUnaskedAsync(ReadTx tx, FieldResponse field)
    {
        if (field.On != FieldSubject.Claim)
        {
            return;
        }

        var lists = await tx.ListAsync<LiveListRow>(LiveListsSql);
        if (lists.FirstOrDefault(list => list.Query.ToFilter().FieldValues?.ContainsKey(field.Name) == true) is { } list)
        {
            throw Problem.Conflict(
                $"The query of list {list.Id} asks for {FieldRules.Path(field.Name)}: edit it first.", Subject.List(list.Id).Address);
        }
    }

    private sealed record LiveListRow
    {
        public required long Id { get; init; }

        public required ClaimQuery Query { get; init; }
    }
}
