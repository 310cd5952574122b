using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ClaimTracker.Api.Domain.SignIn;

/// <summary>
/// The public keys of the identity provider, as it publishes them (OpenID Connect Discovery). They are fetched when first needed, then
/// hourly, and immediately if a token names an unknown key, since issuers rotate theirs. The library's own manager is not used: its
/// clock is internal, so no test could show what happens when keys age.
/// </summary>
internal sealed class IssuerKeys(TokenSettings settings, TimeProvider time, ILogger<IssuerKeys> log) : IDisposable
{
    private const int MostBytes = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    // However many tokens with unknown keys come in, the issuer is not asked more often.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = MostBytes,
    };
    private readonly SemaphoreSlim _one = new(1);
    private IReadOnlyList<SecurityKey>? _keys;
    private long _fetched;
    private long? _tried;
    private bool _failed;

    /// <param name="renew">Whether the keys that were given before lack one.</param>
    /// <exception cref="ProblemException">503: they cannot be had just now.</exception>
    public async Task<IReadOnlyList<SecurityKey>> GetAsync(bool renew)
    {
        await _one.WaitAsync();
        try
        {
            var wanted = renew || _keys is null || time.GetElapsedTime(_fetched) >= Fresh;
            if (wanted && (_tried is null || time.GetElapsedTime(_tried.Value) >= Pause))
            {
                await FetchAsync();
            }

            // Known keys go on for a day without their issuer; whether it has a new one only the issuer knows.
            return _keys is null || time.GetElapsedTime(_fetched) >= Kept || (renew && _failed)
                ? throw new ProblemException(
                    ProblemType.Unavailable, "The identity provider is unavailable. API keys still work.")
                {
                    RetryAfter = (int)Pause.TotalSeconds,
                }
                : _keys;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _one.Dispose();
    }

    private async Task FetchAsync()
    {
        var asked = time.GetTimestamp();
        try
        {
            using var about = JsonDocument.Parse(
                await _http.GetStringAsync(new Uri(settings.Issuer.TrimEnd('/') + "/.well-known/openid-configuration")));
            var keys = new Uri(about.RootElement.GetProperty("jwks_uri").GetString()!);
            if (about.RootElement.GetProperty("issuer").GetString() != settings.Issuer || !IsSafe(keys))
            {
                throw new JsonException("The issuer names itself otherwise, or gives its keys away from where anybody could change them.");
            }

            _keys =
            [
                .. new JsonWebKeySet(await _http.GetStringAsync(keys)).GetSigningKeys()
                    .Where(static key => key is AsymmetricSecurityKey),
            ];
            _fetched = asked;
            _failed = false;
        }
        catch (Exception refused) when (refused is HttpRequestException
            or TaskCanceledException
            or JsonException
            or KeyNotFoundException
            or ArgumentException
            or UriFormatException
            or InvalidOperationException)
        {
            _failed = true;
            log.SignInUnreachable(settings.Issuer, refused.GetType().Name);
        }
        finally
        {
            _tried = time.GetTimestamp(); // However long the answer took, those who waited for it do not ask again at once.
        }
    }

    /// <summary>Whether nobody on the way can change what an address answers.</summary>
    public static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
