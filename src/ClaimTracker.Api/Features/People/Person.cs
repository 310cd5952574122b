using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.People;

/// <summary>A person of the desk, as colleagues see them.</summary>
internal record PersonResponse
{
    public required long Id { get; init; }

    /// <summary>The name by which the history and the desk know the user. It is never given to another.</summary>
    public required string Name { get; init; }

    /// <summary>The name to show, if it is another.</summary>
    public required string? DisplayName { get; init; }

    public required Role Role { get; init; }

    /// <summary>Whether an admin may also do what an editor may.</summary>
    public required bool AlsoEditor { get; init; }
}

/// <summary>The caller.</summary>
internal sealed record MeResponse : PersonResponse
{
    /// <summary>
    /// What the caller may do. `edit_draft` of a checker is for drafts that are their own or on claims assigned to them, `read_published`
    /// of a reader for what was published.
    /// </summary>
    public required IReadOnlyList<Permission> Permissions { get; init; }

    /// <summary>Reads the caller, in the role of the key or token of the request.</summary>
    public static async Task<MeResponse> FindAsync(ReadTx tx, Actor actor)
    {
        var user = (await UserReader.FindAsync(tx, actor.UserId!.Value))!;
        return new MeResponse
        {
            Id = user.Id,
            Name = user.Name,
            DisplayName = user.DisplayName,
            Role = actor.Role,
            AlsoEditor = actor.AlsoEditor,
            Permissions = [.. Enum.GetValues<Permission>().Where(permission => actor.Decide(permission) != Decision.Refused)],
        };
    }
}
