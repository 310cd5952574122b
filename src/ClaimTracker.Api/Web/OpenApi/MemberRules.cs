using FluentValidation.Validators;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>What a validator demands of one member, as far as a schema can say it.</summary>
internal sealed class MemberRules
{
    public static readonly MemberRules None = new();

    private MemberRules? _items;
    private ValidatorRules? _inner;

    public bool Required { get; private set; }

    /// <summary>Whether it must be sent, if only as null.</summary>
    public bool Sent { get; private set; }

    /// <summary>Of a text in characters, of a list in items.</summary>
    public int? MinLength { get; private set; }

    public int? MaxLength { get; private set; }

    public int? MaxItems { get; private set; }

    public object? Minimum { get; private set; }

    public object? Maximum { get; private set; }

    public IReadOnlyCollection<string>? Words { get; private set; }

    /// <summary>What is demanded of each item of a list.</summary>
    public MemberRules Items => _items ?? None;

    /// <summary>What is demanded of the members of an object.</summary>
    public ValidatorRules Inner => _inner ?? ValidatorRules.None;

    public MemberRules MakeItems() => _items ??= new MemberRules();

    /// <summary>Takes in one rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="conditional">
    /// It holds under a condition only. Limits are taken even so, since the condition is a guard against null; that a member
    /// is required is not.
    /// </param>
    public void Add(IPropertyValidator rule, bool conditional)
    {
        switch (rule)
        {
            case INotEmptyValidator:
                Required |= !conditional;
                MinLength = 1;
                break;
            case INotNullValidator:
                Required |= !conditional;
                break;
            case ISentValidator:
                Sent |= !conditional;
                break;
            case ILengthValidator length:
                MinLength = length.Min > 0 ? length.Min : MinLength;
                MaxLength = length.Max < int.MaxValue ? length.Max : MaxLength;
                break;
            case IInclusiveBetweenValidator between:
                Minimum = between.From;
                Maximum = between.To;
                break;
            case IGreaterThanOrEqualValidator least:
                Minimum = least.ValueToCompare;
                break;
            case ILessThanOrEqualValidator most:
                Maximum = most.ValueToCompare;
                break;
            case IMinItemsValidator list:
                Required |= !conditional;
                MinLength = list.Min;
                break;
            case IMaxItemsValidator list:
                MaxItems = list.Max;
                break;
            case IWordsValidator words:
                Words = words.Words;
                break;
            case IChildValidatorAdaptor child:
                _inner = ValidatorRules.OfValidator(child.ValidatorType, conditional);
                break;
            default:
                break; // A rule in code: only its message says what it demands.
        }
    }
}
