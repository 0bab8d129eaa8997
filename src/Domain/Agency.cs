namespace Ita.Domain;

/// <summary>A public body in the registry of one fiscal year.</summary>
/// <param name="Code">Code in the registry; never empty.</param>
/// <param name="Name">Null when no file has stated it yet.</param>
/// <param name="InternalStaff">Number of staff with at least a year of service (จำนวนผู้มีส่วนได้ส่วนเสียภายใน); null when not stated.</param>
/// <param name="ExternalStakeholders">Estimated number of outside people who used its services or contacted it in the year; null when not
/// stated.</param>
/// <param name="Registered">Whether it registered for the assessment; null when not stated, which is scored as registered.</param>
public sealed record Agency(
    FiscalYear Year,
    string Code,
    string? Name = null,
    string? Type = null,
    string? Province = null,
    string? District = null,
    int? InternalStaff = null,
    int? ExternalStakeholders = null,
    bool? Registered = null)
{
    /// <summary>The e-mail address for reminders; empty when it was removed, null when it was never stated.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>Whether reminders are sent to <see cref="ContactEmail"/>; null when not stated, which sends none.</summary>
    public bool? Reminders { get; init; }

    /// <summary>The name for display; the code when there is no name.</summary>
    public string Title => Name ?? Code;

    /// <summary>This agency with the values that <paramref name="newer"/> states; other values are kept.</summary>
    public Agency Updated(Agency newer) => this with
    {
        Name = newer.Name ?? Name,
        Type = newer.Type ?? Type,
        Province = newer.Province ?? Province,
        District = newer.District ?? District,
        InternalStaff = newer.InternalStaff ?? InternalStaff,
        ExternalStakeholders = newer.ExternalStakeholders ?? ExternalStakeholders,
        Registered = newer.Registered ?? Registered,
        ContactEmail = newer.ContactEmail ?? ContactEmail,
        Reminders = newer.Reminders ?? Reminders,
    };
}
