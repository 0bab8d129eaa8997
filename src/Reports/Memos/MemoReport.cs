using Ita.Reports.Analysis;
using Ita.Reports.Memos.Sections;
using Ita.Reports.Rendering;

namespace Ita.Reports.Memos;

/// <summary>บันทึกข้อความ that a report goes up with.</summary>
public static class MemoReport
{
    /// <returns>The same characters for the same model and options.</returns>
    /// <exception cref="ArgumentException">Result and framework are of different years: a bug of the caller.</exception>
    public static Task<string> RenderAsync(MemoModel model, ReportOptions options) => model.Result.Year == model.Framework.Year
        ? FinishedPage.OfAsync<MemoDocument>(new MemoView(model), options)
        : throw new ArgumentException($"A result of {model.Result.Year} cannot be explained by the framework of {model.Framework.Year}.", nameof(model));
}
