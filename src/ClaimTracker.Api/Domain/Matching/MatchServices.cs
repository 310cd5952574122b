namespace ClaimTracker.Api.Domain.Matching;

internal static class MatchServices
{
    /// <summary>Adds what finds matches.</summary>
    public static void AddMatching(this IServiceCollection services, ModelUse use)
    {
        services.AddSingleton(provider => new MatchModel(use, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MatchIndex>();
        services.AddSingleton<MatchFinder>();
        services.AddSingleton<ArticleMatches>();
        services.AddSingleton<EarlierChecks>();
        services.AddSingleton<VectorFiller>();
        services.AddHostedService(static provider => provider.GetRequiredService<VectorFiller>());
    }
}
