using Ita.Domain.Appeals;

namespace Ita.Domain.Tests.Appeals;

internal static class Comments
{
    public static AppealComment Of(CommentState state, params string[] items) => new(
        1, 1, [.. items], "because", [], state, [], null,
        [new(DateTimeOffset.UnixEpoch, AppealRole.Agency, CommentAct.Submit, "because")]);
}
