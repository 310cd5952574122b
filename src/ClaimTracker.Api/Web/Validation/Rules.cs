using System.Linq.Expressions;
using System.Text.Json;
using FluentValidation.Validators;

namespace ClaimTracker.Api.Web.Validation;

/// <summary>The rules that request members share. A message completes "field: ...", and says what would be right.</summary>
internal static class Rules
{
    /// <summary>A required text: not blank, and at most <paramref name="max"/> code points.</summary>
    public static IRuleBuilderOptions<T, string?> Required<T>(this IRuleBuilder<T, string?> rule, int max) =>
        rule.SetValidator(new NotBlank<T>()).SetValidator(new MaxCodePoints<T>(max));

    /// <summary>The same, where a text that is too long is an error of another type than 400.</summary>
    public static IRuleBuilderOptions<T, string?> Required<T>(this IRuleBuilder<T, string?> rule, int max, ProblemType tooLong) =>
        rule.SetValidator(new NotBlank<T>()).SetValidator(new MaxCodePoints<T>(max)).WithErrorCode(tooLong.Slug);

    /// <summary>An optional text: if it is sent, not blank, and at most <paramref name="max"/> code points.</summary>
    public static IRuleBuilderOptions<T, string?> Optional<T>(this IRuleBuilder<T, string?> rule, int max) =>
        rule.Must(static text => text is null || !string.IsNullOrWhiteSpace(text)).WithMessage("must not be blank; leave it out instead")
            .SetValidator(new MaxCodePoints<T>(max));

    /// <summary>The rules of each value of a parameter that takes several. An error names the parameter.</summary>
    public static IRuleBuilder<T, string> EachOf<T>(
        this AbstractValidator<T> validator, Expression<Func<T, IEnumerable<string>?>> parameter) =>
        validator.RuleForEach(parameter!).OverrideIndexer(static (_, _, _, _) => "");

    /// <summary>A text of limited length, which may be blank.</summary>
    public static IRuleBuilderOptions<T, string?> AtMost<T>(this IRuleBuilder<T, string?> rule, int max) =>
        rule.SetValidator(new MaxCodePoints<T>(max));

    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> AtMost<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int max) =>
        rule.SetValidator(new MaxItems<T, TItem>(max));

    /// <summary>A required list of at least <paramref name="min"/> items.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> AtLeast<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int min) =>
        rule.SetValidator(new MinItems<T, TItem>(min));

    public static IRuleBuilderOptions<T, TItem> Present<T, TItem>(this IRuleBuilder<T, TItem> rule) =>
        rule.NotNull().WithMessage("is required, and must not be null");

    /// <summary>Says of <paramref name="member"/> that it must be sent, if only as null: the rule is for the flag that it was.</summary>
    public static IRuleBuilderOptions<T, bool> Sent<T>(this IRuleBuilder<T, bool> rule, string member) =>
        rule.SetValidator(new WasSent<T>(member)).OverridePropertyName(JsonNamingPolicy.CamelCase.ConvertName(member));

    /// <summary>One of a closed list of words.</summary>
    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> rule, IReadOnlyCollection<string> words) =>
        rule.SetValidator(new Words<T>(words));

    private sealed class NotBlank<T> : PropertyValidator<T, string?>, INotEmptyValidator
    {
        public override string Name => nameof(NotBlank<>);

        public override bool IsValid(FluentValidation.ValidationContext<T> context, string? value) => !string.IsNullOrWhiteSpace(value);

        protected override string GetDefaultMessageTemplate(string errorCode) => "is required, and must not be blank";
    }

    private sealed class WasSent<T>(string member) : PropertyValidator<T, bool>, ISentValidator
    {
        public override string Name => nameof(WasSent<>);

        public string Member => member;

        public override bool IsValid(FluentValidation.ValidationContext<T> context, bool value) => value;

        protected override string GetDefaultMessageTemplate(string errorCode) => "is required, and may be null";
    }

    /// <summary>Counts as clients count, and as JSON Schema's maxLength does: in code points, not UTF-16 units.</summary>
    internal sealed class MaxCodePoints<T>(int max) : PropertyValidator<T, string?>, ILengthValidator
    {
        public override string Name => nameof(MaxCodePoints<>);

        public int Min => 0;

        public int Max => max;

        public override bool IsValid(FluentValidation.ValidationContext<T> context, string? value) =>
            value is null || CodePoints.Count(value) <= max;

        protected override string GetDefaultMessageTemplate(string errorCode) => $"must be at most {max:N0} characters long";
    }

    private sealed class Words<T>(IReadOnlyCollection<string> words) : PropertyValidator<T, string?>, IWordsValidator
    {
        public override string Name => nameof(Words<>);

        IReadOnlyCollection<string> IWordsValidator.Words => words;

        public override bool IsValid(FluentValidation.ValidationContext<T> context, string? value) =>
            value is null || words.Contains(value, StringComparer.Ordinal);

        protected override string GetDefaultMessageTemplate(string errorCode) => "must be one of " + string.Join(", ", words);
    }

    private sealed class MinItems<T, TItem>(int min) : PropertyValidator<T, IReadOnlyList<TItem>?>, IMinItemsValidator
    {
        public override string Name => nameof(MinItems<,>);

        public int Min => min;

        public override bool IsValid(FluentValidation.ValidationContext<T> context, IReadOnlyList<TItem>? value) => value?.Count >= min;

        protected override string GetDefaultMessageTemplate(string errorCode) => $"must have at least {min:N0} items";
    }

    private sealed class MaxItems<T, TItem>(int max) : PropertyValidator<T, IReadOnlyList<TItem>?>, IMaxItemsValidator
    {
        public override string Name => nameof(MaxItems<,>);

        public int Max => max;

        public override bool IsValid(FluentValidation.ValidationContext<T> context, IReadOnlyList<TItem>? value) =>
            value is null || value.Count <= max;

        protected override string GetDefaultMessageTemplate(string errorCode) => $"must have at most {max:N0} items";
    }
}

/// <summary>Lets OpenAPI read which member must be sent, if only as null.</summary>
internal interface ISentValidator
{
    string Member { get; }
}

/// <summary>Lets OpenAPI read how many items a list must have.</summary>
internal interface IMinItemsValidator
{
    int Min { get; }
}

/// <summary>Lets OpenAPI read the limit of a list.</summary>
internal interface IMaxItemsValidator
{
    int Max { get; }
}

/// <summary>Lets OpenAPI read a closed list of words.</summary>
internal interface IWordsValidator
{
    IReadOnlyCollection<string> Words { get; }
}
