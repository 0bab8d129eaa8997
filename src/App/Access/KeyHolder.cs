namespace Ita.App.Access;

/// <summary>How far a key reaches.</summary>
public enum KeyScope
{
    /// <summary>One agency's own uploads, drafts, measures, reports and survey codes.</summary>
    Agency,

    /// <summary>All agencies; publishing, survey periods, runs.</summary>
    Assessor,

    /// <summary>Everything: keys, settings, audit too.</summary>
    Operator,
}

/// <summary>Whoever sent a key that is known. A key is an office's, never a person's.</summary>
/// <param name="Id">What the history and the audit call the key by; no secret.</param>
/// <param name="Agency">Whose key it is; null unless the scope is <see cref="KeyScope.Agency"/>.</param>
public sealed record KeyHolder(string Id, KeyScope Scope, string? Agency = null)
{
    /// <summary>Whether what belongs to this agency may be seen and done.</summary>
    public bool Covers(string agency) => Scope != KeyScope.Agency || Agency == agency;
}
