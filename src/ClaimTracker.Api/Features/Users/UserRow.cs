using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Features.Users;

/// <summary>Someone who works at the desk, or did.</summary>
internal sealed record UserResponse
{
    public required long Id { get; init; }

    /// <summary>How the history and the desk name the user; never given to another.</summary>
    public required string Name { get; init; }

    public required string? Email { get; init; }

    public required Role Role { get; init; }

    /// <summary>Whether an admin may also do what an editor may.</summary>
    public required bool AlsoEditor { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the user was taken off the desk.</summary>
    public required DateTimeOffset? RemovedAt { get; init; }

    /// <summary>The part that an admin writes.</summary>
    public UserBody ToBody() => new() { Name = Name, Email = Email, Role = Role, AlsoEditor = AlsoEditor };
}

/// <summary>A user as the database gives it.</summary>
internal sealed record UserRow
{
    private const string Sql = """
        select id, name, email, role, also_editor, created_by, created_at, removed_at
        from users
        where id in @ids
        """;

    public long Id { get; init; }

    public string Name { get; init; } = "";

    public string? Email { get; init; }

    public string Role { get; init; } = "";

    public bool AlsoEditor { get; init; }

    public string CreatedBy { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }

    /// <returns>The users in the order of <paramref name="ids"/>; those that do not exist are left out.</returns>
    public static async Task<IReadOnlyList<UserResponse>> LoadAsync(ReadTx tx, long[] ids)
    {
        var rows = (await tx.ListAsync<UserRow>(Sql, new { ids })).ToDictionary(static u => u.Id);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id].ToResponse())];
    }

    public static async Task<UserResponse?> FindAsync(ReadTx tx, long id) => await LoadAsync(tx, [id]) is [var user] ? user : null;

    private UserResponse ToResponse() => new()
    {
        Id = Id,
        Name = Name,
        Email = Email,
        Role = Vocabulary.Parse<Role>(Role),
        AlsoEditor = AlsoEditor,
        CreatedBy = CreatedBy,
        CreatedAt = CreatedAt,
        RemovedAt = RemovedAt,
    };
}
