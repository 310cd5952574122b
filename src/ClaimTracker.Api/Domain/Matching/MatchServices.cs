namespace ClaimTracker.Api.Domain.Matching;

internal static class MatchServices
{
    /// <summary>Adds what finds matches.</summary>
    public static void AddMatching(this IServiceCollection services, MatchSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<MatchModel>();
        services.AddSingleton<MatchIndex>();
        services.AddSingleton<MatchFinder>();
        services.AddSingleton<ReviewIndex>();
        services.AddSingleton<ReviewFinder>();
        services.AddSingleton<EarlierSentences>();
        services.AddSingleton<ArticleMatches>();
        services.AddSingleton<EarlierChecks>();
        services.AddSingleton<VectorFiller>();
        services.AddHostedService(static provider => provider.GetRequiredService<VectorFiller>());
    }
}
