using System.Globalization;

namespace ClaimTracker.Api.Commands;

/// <summary>Reads settings that are not text. What is not of their kind is refused in words, never passed over.</summary>
internal static class SettingValues
{
    /// <exception cref="StartException">It is no whole number from <paramref name="least"/> to <paramref name="most"/>.</exception>
    public static long Number(this IConfiguration settings, string name, long otherwise, long least, long most)
    {
        if (settings[name] is not { Length: > 0 } text)
        {
            return otherwise;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new StartException($"The setting {name} must be a whole number from {least} to {most}, not '{text}'.");
    }

    /// <exception cref="StartException">It is neither true nor false.</exception>
    public static bool Flag(this IConfiguration settings, string name, bool otherwise)
    {
        if (settings[name] is not { Length: > 0 } text)
        {
            return otherwise;
        }

        return bool.TryParse(text, out var flag) ? flag : throw new StartException($"The setting {name} must be true or false, not '{text}'.");
    }

    /// <exception cref="StartException">It is none of the choices.</exception>
    public static T Choice<T>(this IConfiguration settings, string name, T otherwise)
        where T : struct, Enum
    {
        if (settings[name] is not { Length: > 0 } text)
        {
            return otherwise;
        }

        return Enum.GetNames<T>().FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<T>(known)
            : throw new StartException($"The setting {name} must be {string.Join(" or ", Enum.GetNames<T>().Select(static choice => choice.ToLowerInvariant()))}, not '{text}'.");
    }

    /// <exception cref="StartException">It is no http or https address.</exception>
    public static Uri? Address(this IConfiguration settings, string name)
    {
        if (settings[name] is not { Length: > 0 } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new StartException($"The setting {name} must be an http or https address, not '{text}'.");
    }
}
