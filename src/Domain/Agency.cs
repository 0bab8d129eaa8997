namespace Ita.Domain;

/// <summary>A public body as the registry of one fiscal year knows it.</summary>
/// <param name="Code">The registry's own code; never empty.</param>
/// <param name="Name">Null when no file has named it yet.</param>
/// <param name="InternalStaff">People inside with at least a year of service (จำนวนผู้มีส่วนได้ส่วนเสียภายใน); null when not stated.</param>
/// <param name="ExternalStakeholders">Estimated people outside who used or contacted it in the year; null when not stated.</param>
/// <param name="Registered">Whether it registered for the assessment; null when not stated, which scores as registered.</param>
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
    /// <summary>What to call it in a list: its name, or its code while it has none.</summary>
    public string Title => Name ?? Code;

    /// <summary>This agency with everything <paramref name="newer"/> states, and what it leaves out kept.</summary>
    public Agency Updated(Agency newer) => this with
    {
        Name = newer.Name ?? Name,
        Type = newer.Type ?? Type,
        Province = newer.Province ?? Province,
        District = newer.District ?? District,
        InternalStaff = newer.InternalStaff ?? InternalStaff,
        ExternalStakeholders = newer.ExternalStakeholders ?? ExternalStakeholders,
        Registered = newer.Registered ?? Registered,
    };
}
