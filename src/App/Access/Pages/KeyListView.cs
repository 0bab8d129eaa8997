using Ita.App.Web.Forms;

namespace Ita.App.Access.Pages;

/// <summary>The fields of the form for a new key, as they were typed.</summary>
/// <param name="Id">The id of the key that the form makes, so that a form that is sent twice makes one.</param>
public sealed record NewKeyFields(string Id, string? Scope = null, string? Agency = null, string? Note = null, string? ExpiresOn = null);

/// <summary>The fields of the form that revokes a key, as they were typed.</summary>
public sealed record RevokeFields(string Id, string? Reason);

/// <summary>The page of keys.</summary>
/// <param name="Keys">Usable keys first, then the newest first.</param>
/// <param name="Today">In Thailand.</param>
/// <param name="Faults">What was wrong with the form that was sent; empty when none was.</param>
/// <param name="Revoked">The form that was refused; null when none was.</param>
/// <param name="Done">A message about the form that was carried out; null for none.</param>
public sealed record KeyListView(
    Paged<KeyRecord> Keys,
    DateOnly Today,
    NewKeyFields Form,
    ImmutableArray<FieldFault> Faults,
    RevokeFields? Revoked = null,
    string? Done = null)
{
    public string StateOf(KeyRecord key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.RevokedAt is not null ? "เพิกถอนแล้ว" : key.ExpiresOn < Today ? "หมดอายุแล้ว" : "ใช้ได้";
    }
}

/// <summary>The page that shows a new key, once.</summary>
public sealed record MadeKeyView(KeyRecord Record, string Key);

internal static class KeyWords
{
    public static ImmutableArray<(KeyScope Scope, string Name)> Scopes { get; } =
    [
        (KeyScope.Agency, "หน่วยงาน"), (KeyScope.Assessor, "ผู้ประเมิน"), (KeyScope.Operator, "ผู้ดูแลระบบ"),
    ];

    public static string Of(KeyScope scope) => Scopes.Single(one => one.Scope == scope).Name;
}
