using Ita.Domain.Appeals;

namespace Ita.App.Appeals;

internal static class AppealRoles
{
    /// <summary>The role of a key in the history of a comment.</summary>
    public static AppealRole ToRole(this KeyScope scope) => scope switch
    {
        KeyScope.Agency => AppealRole.Agency,
        KeyScope.Assessor => AppealRole.Assessor,
        _ => AppealRole.Operator,
    };
}
