namespace Ita.App.Results;

/// <summary>A request to publish the current version of a result.</summary>
/// <param name="Reason">Null when none is stated.</param>
/// <param name="Version">The version that the caller has seen; null for the current one.</param>
/// <param name="OverruleReason">Why open appeals are not waited for; null to wait for them.</param>
public sealed record Publication(KeyHolder By, string? Reason, int? Version, string? OverruleReason = null);
