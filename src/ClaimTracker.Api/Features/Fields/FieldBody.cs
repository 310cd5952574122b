using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Fields;

/// <summary>A field as clients write it.</summary>
internal record FieldBody
{
    /// <summary>What has it; it stays.</summary>
    public FieldSubject? On { get; init; }

    /// <summary>Begins with a letter, and has only letters (a to z), digits and _.</summary>
    public string? Name { get; init; }

    /// <summary>It stays.</summary>
    public FieldType? Type { get; init; }

    /// <summary>The words that a field of the type choice or choices takes.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Whether a new thing must have it; false if left out.</summary>
    public bool? Required { get; init; }

    public static FieldBody Of(FieldResponse field) =>
        new() { On = field.On, Name = field.Name, Type = field.Type, Choices = field.Choices, Required = field.Required };
}

internal sealed class FieldBodyValidator : AbstractValidator<FieldBody>
{
    public static readonly FieldBodyValidator Instance = new();

    public FieldBodyValidator()
    {
        RuleFor(static f => f.On).Present();
        RuleFor(static f => f.Name).Required(Limits.FieldName);
        RuleFor(static f => f.Name).Must(static name => name is null || IsName(name))
            .WithMessage("must begin with a letter from a to z, and have only such letters, digits and _");
        RuleFor(static f => f.Type).Present();
        RuleFor(static f => f.Choices).AtMost(Limits.Choices);
        RuleForEach(static f => f.Choices).Required(Limits.Tag);
        RuleFor(static f => f.Choices)
            .Must(static c => c is null || c.DistinctBy(static x => TextKey.Of(x ?? ""), StringComparer.Ordinal).Count() == c.Count)
            .WithMessage("must be unique, ignoring case");
        RuleFor(static f => f.Choices)
            .Must(static (field, choices) => choices is { Count: > 0 } == field.Type is FieldType.Choice or FieldType.Choices)
            .WithMessage("must have the words of a field of the type choice or choices, and be left out for another");
    }

    private static bool IsName(string name) =>
        char.IsAsciiLetter(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
