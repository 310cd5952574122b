using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using FastEndpoints;
using FluentValidation;

namespace ClaimTracker.Api.Features.Users;

internal sealed record CreateUserRequest : UserBody;

internal sealed class CreateUserValidator : Validator<CreateUserRequest>
{
    public CreateUserValidator()
    {
        Include(UserBodyValidator.Instance);
        RuleFor(static u => u.Name).Must(static name => name is null || !ReservedNames.Contains(name)).WithMessage(ReservedNames.Refusal);
    }
}

internal sealed class UserBodyValidator : AbstractValidator<UserBody>
{
    public static readonly UserBodyValidator Instance = new();

    public UserBodyValidator()
    {
        RuleFor(static u => u.Name).Required(Limits.UserName);
        RuleFor(static u => u.Email).Optional(Limits.Email);
        RuleFor(static u => u.Email)
            .Must(static email => email is null || (email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < email.Length - 1 && !email.Any(char.IsWhiteSpace)))
            .WithMessage("must be an address such as ada@desk.example");
        RuleFor(static u => u.Role).Present();
        RuleFor(static u => u.Role).Must(static role => role != Role.Public).WithMessage("must be one of reader, checker, editor, admin: public is who sends no key");
        RuleFor(static u => u.AlsoEditor).Must(static also => also != true).When(static u => u.Role != Role.Admin).WithMessage("is for an admin only");
    }
}

internal sealed class CreateUser(Writes writes) : Endpoint<CreateUserRequest, UserResponse>
{
    public override void Configure()
    {
        Post("/users");
        Group<UsersGroup>();
        Description(static d => d
            .For(Permission.Administer)
            .Says("Add a user", "A name is never given to another, not even after its user was removed: the history goes by it.")
            .Creates<UserResponse>().Refuses(409));
    }

    public override Task HandleAsync(CreateUserRequest request, CancellationToken ct) => writes.RunAsync(HttpContext, async (tx, actor) =>
    {
        var id = await UserRecord.InsertAsync(tx, actor.Name, request);
        return Reply.Created(UsersGroup.Address + id, (await UserRow.FindAsync(tx, id))!)
            .Telling((log, trace) => log.UserCreated(actor.Name, id, request.Standing(), trace));
    });
}
