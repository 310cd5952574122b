using Microsoft.AspNetCore.Authorization;

namespace ClaimTracker.Api.Domain.SignIn;

/// <summary>Asks that the caller has a permission. There is a policy for each permission, of the same name.</summary>
internal sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>Lets the one decision function of <see cref="Permissions"/> decide.</summary>
internal sealed class PermissionHandler : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (ActorIdentity.Find(context.User) is { } actor && actor.Decide(requirement.Permission) != Decision.Refused)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
