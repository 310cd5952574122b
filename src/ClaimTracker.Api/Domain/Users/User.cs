namespace ClaimTracker.Api.Domain.Users;

/// <summary>The part of a user that an admin writes.</summary>
internal record UserBody
{
    /// <summary>The name by which the history and the desk know the user. It never changes, and is never given to another.</summary>
    public string? Name { get; init; }

    /// <summary>The name to show, if it is another. Users may change their own.</summary>
    public string? DisplayName { get; init; }

    public string? Email { get; init; }

    /// <summary>reader, checker, editor or admin.</summary>
    public Role? Role { get; init; }

    /// <summary>Whether an admin may also do what an editor may.</summary>
    public bool? AlsoEditor { get; init; }

    /// <summary>The role in one word, such as <c>admin+editor</c>.</summary>
    public string RoleInWords() => Role!.Value.ToWord() + (AlsoEditor == true ? "+editor" : "");
}

internal sealed class UserBodyValidator : AbstractValidator<UserBody>
{
    public static readonly UserBodyValidator Instance = new();

    public UserBodyValidator()
    {
        RuleFor(static u => u.Name).Required(Limits.UserName);
        RuleFor(static u => u.DisplayName).DisplayName();
        RuleFor(static u => u.Email).Optional(Limits.Email);
        RuleFor(static u => u.Email).Must(static email => email is null || IsAddress(email)).WithMessage(
            "must be an address such as ada@desk.example");
        RuleFor(static u => u.Role).Present();
        RuleFor(static u => u.AlsoEditor).Must(static also => also != true).When(static u => u.Role != Role.Admin).WithMessage(
            "is for an admin only");
    }

    private static bool IsAddress(string email) =>
        email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < email.Length - 1 && !email.Any(char.IsWhiteSpace);
}

internal static class DisplayNameRule
{
    /// <summary>A name that a user may be shown by. That nobody else is called so is decided where it is written.</summary>
    public static IRuleBuilderOptions<T, string?> DisplayName<T>(this IRuleBuilder<T, string?> rule) => rule.Optional(Limits.UserName)
        .Must(static name => name is null || !ReservedNames.Contains(name)).WithMessage(ReservedNames.Refusal);
}

/// <summary>A person of the desk, or one who was removed.</summary>
internal sealed record UserResponse
{
    public required long Id { get; init; }

    /// <summary>The name by which the history and the desk know the user. It is never given to another.</summary>
    public required string Name { get; init; }

    /// <summary>The name to show, if it is another.</summary>
    public required string? DisplayName { get; init; }

    public required string? Email { get; init; }

    public required Role Role { get; init; }

    /// <summary>Whether an admin may also do what an editor may.</summary>
    public required bool AlsoEditor { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the user was removed; null for a user of the desk.</summary>
    public required DateTimeOffset? RemovedAt { get; init; }

    /// <summary>The part that an admin writes.</summary>
    public UserBody ToBody() => new() { Name = Name, DisplayName = DisplayName, Email = Email, Role = Role, AlsoEditor = AlsoEditor };
}
