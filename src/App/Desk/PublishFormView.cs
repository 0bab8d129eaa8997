namespace Ita.App.Desk;

/// <summary>The form that publishes one result.</summary>
/// <param name="Row">The draft; its version is what the form publishes.</param>
/// <param name="Reason">As it was typed; null when nothing was.</param>
/// <param name="Faults">Why it was not published; empty when it was not tried.</param>
/// <param name="Open">Why open appeals prevent the publication unless a reason for not waiting is stated, in Thai; null when none is open.</param>
/// <param name="Overrule">That reason as it was typed.</param>
public sealed record PublishFormView(
    ResultRow Row, string? Reason, ImmutableArray<FieldFault> Faults, string? Open = null, string? Overrule = null);
