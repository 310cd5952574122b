using System.Globalization;
using System.Net;

namespace ClaimTracker.Api.Host.Settings;

/// <summary>Reads settings that are more than text. A value of the wrong kind is refused in a sentence, and never ignored.</summary>
internal static class SettingReader
{
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <exception cref="StartException">It is no whole number from <paramref name="least"/> to <paramref name="most"/>.</exception>
    public static long Number(this IConfiguration settings, string name, long otherwise, long least, long most)
    {
        if (settings[name] is not { Length: > 0 } text)
        {
            return otherwise;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            ? number
            : throw new StartException($"The setting {name} must be a whole number from {least} to {most}, not '{text}'.");
    }

    /// <summary>A whole number from 1.</summary>
    public static int CountOf(this IConfiguration settings, string name, int otherwise) =>
        (int)settings.Number(name, otherwise, 1, int.MaxValue);

    /// <exception cref="StartException">It is neither true nor false.</exception>
    public static bool Flag(this IConfiguration settings, string name)
    {
        if (settings[name] is not { Length: > 0 } text)
        {
            return false;
        }

        return bool.TryParse(text, out var flag)
            ? flag
            : throw new StartException($"The setting {name} must be true or false, not '{text}'.");
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
            : throw new StartException(
                $"The setting {name} must be "
                + $"{string.Join(" or ", Enum.GetNames<T>().Select(static choice => choice.ToLowerInvariant()))}, not '{text}'.");
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

    /// <summary>The parts of a setting, separated by semicolons.</summary>
    public static IReadOnlyList<string> Parts(this IConfiguration settings, string name) => (settings[name] ?? "").Split(';', Trimmed);

    /// <exception cref="StartException">One of them is no host.</exception>
    public static IReadOnlyList<string> Hosts(this IConfiguration settings, string name)
    {
        var hosts = settings.Parts(name);
        return hosts.FirstOrDefault(static host => Uri.CheckHostName(host.Trim('[', ']')) == UriHostNameType.Unknown) is { } wrong
            ? throw new StartException(
                $"The setting {name} must be names of hosts, without ports or wildcards and separated by ;, not '{wrong}'.")
            : hosts;
    }

    /// <summary>Origins as browsers spell them (RFC 6454).</summary>
    /// <exception cref="StartException">One of them is no origin.</exception>
    public static IReadOnlyList<string> Origins(this IConfiguration settings, string name)
    {
        var origins = settings.Parts(name);
        return origins.FirstOrDefault(static origin => !IsOrigin(origin)) is { } wrong
            ? throw new StartException(
                $"The setting {name} must be origins such as https://desk.example, without a path or a wildcard and separated by ;, "
                + $"not '{wrong}'.")
            : origins;
    }

    /// <exception cref="StartException">One of them is neither an address nor a network.</exception>
    public static IReadOnlyList<IPNetwork> Networks(this IConfiguration settings, string name) =>
    [
        .. settings.Parts(name).Select(part => Network(part)
            ?? throw new StartException(
                $"The setting {name} must be addresses or networks such as 10.0.0.0/8, separated by ;, not '{part}'.")),
    ];

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && text.Equals($"{address.Scheme}://{address.Authority}", StringComparison.OrdinalIgnoreCase);

    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
