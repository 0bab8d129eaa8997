namespace Ita.Intake;

/// <summary>How strictly and how far a file is read.</summary>
public sealed record IntakeSettings
{
    public static IntakeSettings Default { get; } = new();

    public IntakeLimits Limits { get; init; } = new();
}

/// <summary>What an upload may not exceed; beyond any of these (but <see cref="KeptProblems"/>) the file is refused whole.</summary>
public sealed record IntakeLimits
{
    /// <summary>Share of the rows that are not blank, 0 to 1, that may be bad; above it the file is refused. Default one tenth.</summary>
    public decimal BadRowShare { get; init; } = 0.10m;

    /// <summary>How many problems are kept with their place and text; all are counted. Default 1,000.</summary>
    public int KeptProblems { get; init; } = 1_000;

    /// <summary>Bytes of the file as uploaded. Default 500 MB.</summary>
    public long FileBytes { get; init; } = 500L * 1024 * 1024;

    /// <summary>Bytes of one row in UTF-8. Default 1 MB.</summary>
    public int RowBytes { get; init; } = 1024 * 1024;

    /// <summary>Bytes of one cell in UTF-8. Default 64 KB.</summary>
    public int CellBytes { get; init; } = 64 * 1024;

    /// <summary>Respondents that a file names, all agencies together: a few dozen bytes each are kept. Default 2,000,000.</summary>
    public int Respondents { get; init; } = 2_000_000;

    /// <summary>Bytes that an XLSX file may unpack to, all its parts together. Default 400 MB.</summary>
    public long ExpandedBytes { get; init; } = 400L * 1024 * 1024;

    /// <summary>How many times its own size an XLSX file may unpack to, if that is more than 10 MB. Default 200.</summary>
    public int ExpansionRatio { get; init; } = 200;

    /// <summary>Bytes of the texts that an XLSX file's cells share, which are held in memory. Default 64 MB.</summary>
    public int WorkbookTextBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Parts of an XLSX file. Default 10,000.</summary>
    public int WorkbookEntries { get; init; } = 10_000;

    /// <summary>Columns of the header. Default 300.</summary>
    public int Columns { get; init; } = 300;
}
