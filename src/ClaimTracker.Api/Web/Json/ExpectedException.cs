using System.Text.Json;

namespace ClaimTracker.Api.Web.Json;

/// <summary>Thrown by our converters: its message goes to the client as it is; the reader adds the path.</summary>
/// <param name="expected">What would be right, after the name of the field: "must be ...".</param>
internal sealed class ExpectedException(string expected) : JsonException(expected);
