namespace ClaimTracker.Api.Domain.Access;

/// <summary>What becomes of a request.</summary>
internal enum Decision
{
    Allowed,

    /// <summary>Only what was published.</summary>
    Published,

    /// <summary>Only where the draft is the actor's own, or on a claim that is assigned to the actor.</summary>
    Own,

    Refused,
}

/// <summary>Who may do what: the one place that decides it.</summary>
internal static class Permissions
{
    /// <summary>What a role may do, whatever it is done to.</summary>
    public static Decision Decide(this Actor actor, Permission permission)
    {
        var editor = actor.Role == Role.Editor || actor.AlsoEditor;
        return permission switch
        {
            Permission.ReadPublished => actor.Role >= Role.Checker ? Decision.Allowed : Decision.Published,
            Permission.Read => AllowedIf(actor.Role >= Role.Reader),
            Permission.ReadDrafts => AllowedIf(actor.Role >= Role.Checker),
            Permission.Write => AllowedIf(actor.Role == Role.Checker || editor),
            Permission.EditDraft => actor.Role == Role.Checker ? Decision.Own : AllowedIf(editor),
            Permission.Publish => AllowedIf(editor),
            Permission.Administer => AllowedIf(actor.Role == Role.Admin),
            _ => Decision.Refused,
        };
    }

    /// <summary>Refuses what the actor may not do to a verdict that is not published.</summary>
    /// <param name="actor">Who wants to.</param>
    /// <param name="author">Who drafted it.</param>
    /// <param name="assignee">To whom its claim is assigned.</param>
    /// <exception cref="ProblemException">403.</exception>
    public static void RequireDraft(this Actor actor, string author, string? assignee)
    {
        if (Decide(actor, Permission.EditDraft) switch
        {
            Decision.Allowed => false,
            Decision.Own => author != actor.Name && assignee != actor.Name,
            _ => true,
        })
        {
            throw new ProblemException(
                ProblemType.Forbidden,
                $"This draft is {author}'s, and its claim is not assigned to you: "
                + "only its author, the assignee or an editor may do this.");
        }
    }

    /// <summary>
    /// Refuses a change of who has a claim or an article: an editor gives it to anybody; a checker takes what nobody has, and gives back
    /// what is the checker's own.
    /// </summary>
    /// <param name="actor">Who wants to.</param>
    /// <param name="kind">What it is, such as a claim.</param>
    /// <param name="from">Who has it; null for nobody.</param>
    /// <param name="to">Who shall have it.</param>
    /// <exception cref="ProblemException">403.</exception>
    public static void RequireAssignment(this Actor actor, string kind, string? from, string? to)
    {
        if (Decide(actor, Permission.Publish) == Decision.Refused
            && from != to
            && (from ?? actor.Name, to ?? actor.Name) != (actor.Name, actor.Name))
        {
            throw new ProblemException(
                ProblemType.Forbidden,
                $"You may take {kind} that nobody has, and give back your own: "
                + $"an editor may assign it to others{(from is null ? "" : $", or take it from {from}")}.");
        }
    }

    /// <summary>Refuses that anyone but an editor lets a line stand although its claim was rated so that it needs a change.</summary>
    /// <exception cref="ProblemException">403.</exception>
    public static void RequireLettingStand(this Actor actor)
    {
        if (Decide(actor, Permission.Publish) == Decision.Refused)
        {
            throw new ProblemException(
                ProblemType.Forbidden, "Only an editor may let a line stand. Once it is mended, you may send the outcome `changed`.");
        }
    }

    /// <summary>Refuses to lift the confidentiality of a source to who may not publish: it names the source outside the desk.</summary>
    /// <exception cref="ProblemException">403.</exception>
    public static void RequireDisclosure(this Actor actor, long source)
    {
        if (Decide(actor, Permission.Publish) == Decision.Refused)
        {
            throw new ProblemException(ProblemType.Forbidden, $"Source {source} is confidential: only an editor may lift that.");
        }
    }

    /// <summary>Refuses to let who may not publish make, change or fill a list that is seen outside the desk.</summary>
    /// <exception cref="ProblemException">403.</exception>
    public static void RequirePublicList(this Actor actor, bool isPublic)
    {
        if (isPublic && Decide(actor, Permission.Publish) == Decision.Refused)
        {
            throw new ProblemException(ProblemType.Forbidden, "Only an editor may make a list public, or change one that is.");
        }
    }

    /// <exception cref="ProblemException">401 for the public, 403 for others.</exception>
    public static void Require(this Actor actor, Permission permission)
    {
        if (Decide(actor, permission) == Decision.Refused)
        {
            throw actor.Role == Role.Public
                ? new ProblemException(ProblemType.Unauthorized, "This needs a key: send the header `Authorization: Bearer <key>`.")
                : new ProblemException(ProblemType.Forbidden, $"{actor.Name} has the role {actor.Role.ToWord()}, which may not do this.");
        }
    }

    private static Decision AllowedIf(bool allowed) => allowed ? Decision.Allowed : Decision.Refused;
}
