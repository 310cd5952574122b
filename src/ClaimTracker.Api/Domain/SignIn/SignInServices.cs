using Microsoft.AspNetCore.Authentication;

namespace ClaimTracker.Api.Domain.SignIn;

/// <summary>Registers how callers are recognised, and a policy for each permission.</summary>
internal static class SignInServices
{
    /// <param name="services">The services.</param>
    /// <param name="settings">Whether the public may read.</param>
    /// <param name="tokens">The newsroom's identity provider; null where there are only keys.</param>
    public static void AddSignIn(this IServiceCollection services, AccessSettings settings, TokenSettings? tokens)
    {
        services.AddSingleton(settings);
        services.AddAuthentication(KeyAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, configureOptions: null);
        services.AddSingleton<Microsoft.AspNetCore.Authorization.IAuthorizationHandler, PermissionHandler>();
        services.AddAuthorization(static options =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
            {
                options.AddPolicy(permission.ToString(), policy => policy.AddRequirements(new PermissionRequirement(permission)));
            }
        });

        // The framework's own words about a refused key; ours are in SecurityLog.
        services.AddLogging(static logging => logging.AddFilter(typeof(KeyAuthentication).FullName, LogLevel.Warning));
        if (tokens is not null)
        {
            services.AddSingleton(tokens);
            services.AddSingleton<IssuerKeys>();
            services.AddSingleton<Tokens>();
        }
    }
}
