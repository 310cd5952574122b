using System.Text.Json;

namespace ClaimTracker.Api.Web.Binding;

/// <summary>Reads a JSON body strictly, or says what is wrong with it.</summary>
internal static class JsonBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static T Read<T>(ReadOnlySpan<byte> body)
        where T : class => (T)Read(body, typeof(T));

    public static object Read(ReadOnlySpan<byte> body, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(WithoutMark(body), type, ApiJson.Options)
                ?? throw Problem.Malformed("The body must be a JSON object, not null.");
        }
        catch (JsonException fault)
        {
            throw JsonFault.Translate(fault, type);
        }
    }

    /// <summary>RFC 8259 lets a reader pass over a byte order mark.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> body) =>
        body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
}
