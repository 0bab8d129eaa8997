using Ita.Intake.Forms;

namespace Ita.Intake.Rows;

/// <summary>A kind of file that can be uploaded: the columns that it may have, what reads its rows, and the form that it is filled in by.</summary>
/// <param name="Layouts">One, or several where the same content may be laid out in several ways.</param>
/// <param name="CreateForm">Creates the form of one agency.</param>
internal sealed record UploadKind(FileKind Kind, ImmutableArray<UploadLayout> Layouts, Func<Form, FormTable> CreateForm);

/// <param name="CreateReader">Creates what reads the rows of one file.</param>
internal sealed record UploadLayout(KindColumns Columns, Func<RowContext, RowReader> CreateReader);

/// <summary>What the readers of rows have in common.</summary>
/// <param name="Frameworks">The frameworks of the years that can be uploaded.</param>
internal sealed record RowContext(
    HeaderRow Header, RowReport Report, FrameworkCatalogue Frameworks, ScoreCell Scores, IntakeLimits Limits);
