using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ClaimTracker.Api.Web.Validation;

/// <summary>
/// Validators name fields as JSON does. A rule takes its name when it is made, so this is settled before any type of the program
/// is used, whichever validator comes first.
/// </summary>
internal static class FieldNames
{
    [ModuleInitializer]
    internal static void NameAsJson() => ValidatorOptions.Global.PropertyNameResolver =
        static (_, member, _) => member is null ? null : JsonNamingPolicy.CamelCase.ConvertName(member.Name);
}
