using System.Collections.Frozen;
using System.Reflection;
using FluentValidation.Internal;
using FluentValidation.Validators;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>The rules of a validator by the member that they are about, those of the validators that it includes among them.</summary>
internal sealed class ValidatorRules
{
    public static readonly ValidatorRules None = new();

    private static readonly Lazy<FrozenDictionary<Type, Type>> Validators = new(FindValidators);

    private readonly Dictionary<string, MemberRules> _members = new(StringComparer.Ordinal);

    /// <summary>The rules of a property; none if it has none.</summary>
    public MemberRules this[string property] => _members.GetValueOrDefault(property) ?? MemberRules.None;

    /// <summary>The rules for a request, or for what a merge patch makes.</summary>
    public static ValidatorRules OfRequest(Type request) =>
        Validators.Value.TryGetValue(request, out var validator) ? OfValidator(validator, conditional: false) : None;

    public static ValidatorRules OfValidator(Type validator, bool conditional)
    {
        var rules = new ValidatorRules();
        rules.Read(validator, conditional);
        return rules;
    }

    private void Read(Type validator, bool conditional)
    {
        foreach (var rule in Make(validator).CreateDescriptor().Rules)
        {
            foreach (var component in rule.Components)
            {
                var sometimes =
                    conditional || rule.HasCondition || rule.HasAsyncCondition || component.HasCondition || component.HasAsyncCondition;
                if (rule is IIncludeRule && component.Validator is IChildValidatorAdaptor included)
                {
                    Read(included.ValidatorType, sometimes);
                }
                else if (rule.Member is { } member && !rule.PropertyName.Contains('.', StringComparison.Ordinal))
                {
                    var about = component.Validator is ISentValidator sent ? sent.Member : member.Name;
                    Target(about, IsForEach(rule)).Add(component.Validator, sometimes);
                }
            }
        }
    }

    private MemberRules Target(string member, bool forEach)
    {
        if (!_members.TryGetValue(member, out var rules))
        {
            _members[member] = rules = new MemberRules();
        }

        return forEach ? rules.MakeItems() : rules;
    }

    private static bool IsForEach(IValidationRule rule) =>
        rule.GetType().GetInterfaces().Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICollectionRule<,>));

    private static IValidator Make(Type validator) => (IValidator)(
        validator.GetFields(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(static f => f.Name == "Instance")?.GetValue(null)
            ?? Activator.CreateInstance(validator, nonPublic: true)!);

    private static FrozenDictionary<Type, Type> FindValidators() => typeof(ValidatorRules).Assembly.GetTypes()
        .Where(static type => type is { IsAbstract: false, ContainsGenericParameters: false } && typeof(IValidator).IsAssignableFrom(type))
        .DistinctBy(Validated)
        .ToFrozenDictionary(Validated);

    private static Type Validated(Type validator) =>
        validator.GetInterfaces()
            .First(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidator<>))
            .GenericTypeArguments[0];
}
