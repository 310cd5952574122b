namespace ClaimTracker.Api.Domain.Hints;

internal static class HintServices
{
    /// <summary>Adds what finds hints.</summary>
    public static void AddHints(this IServiceCollection services)
    {
        services.AddSingleton<SentenceHints>();
        services.AddSingleton<VerdictHints>();
    }
}
