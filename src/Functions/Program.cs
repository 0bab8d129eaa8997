using Ita.Functions.Agencies;
using Ita.Functions.AnnualRun;
using Ita.Functions.Api;
using Ita.Functions.Audit;
using Ita.Functions.Checklist;
using Ita.Functions.Health;
using Ita.Functions.Hosting;
using Ita.Functions.Ingest;
using Ita.Functions.Invocation;
using Ita.Functions.Keys;
using Ita.Functions.Measures;
using Ita.Functions.Pages;
using Ita.Functions.Pages.Keys;
using Ita.Functions.Pages.Surveys;
using Ita.Functions.Poison;
using Ita.Functions.Render;
using Ita.Functions.Results;
using Ita.Functions.Score;
using Ita.Functions.Storage;
using Ita.Functions.Surveys;
using Ita.Functions.UploadArrived;
using Ita.Functions.Uploads;
using Ita.Intake;
using Ita.Reports.Printing;

var builder = HandlerHost.CreateBuilder(args);
var services = builder.Services;

services.AddSingleton(TimeProvider.System);
services.AddSingleton(_ => new OpenStorage(StorageConnection.From(builder.Configuration)));
services.AddSingleton<UploadTable>().AddSingleton<UploadIntake>().AddSingleton<UploadErrors>();
services.AddSingleton<AgencyTable>();
services.AddSingleton<ItemScoreTable>().AddSingleton<ResultTable>().AddSingleton<ResultBlobs>().AddSingleton<Scoring>();
services.AddSingleton<KeyTable>().AddSingleton<Callers>().AddSingleton<Reads>().AddSingleton<AuditTable>();
services.AddSingleton<EvidenceTable>();
services.AddSurveys(builder.Configuration);
services.AddSingleton<StoredResults>().AddSingleton<MeasureTable>();
services.AddSingleton(IntakeSettings.Default).AddSingleton<IngestedRows>().AddSingleton<DryRun>();
services.AddSingleton(new ChromiumOptions()).AddSingleton<IPdfPrinter, ChromiumPdfPrinter>();
services.AddSingleton<PublicAddress>().AddSingleton<Printing>().AddSingleton<SummaryDrafts>().AddSingleton<ReportDrafts>().AddSingleton<ReportTable>();

services.AddSingleton<KeyCookie>().AddSingleton<FormTokens>().AddSingleton<SurveyDesk>();

services.AddSingleton<IStep, UploadArrivedStep>();
services.AddSingleton<IStep, IngestStep>();
services.AddSingleton<IStep, ScoreStep>();
services.AddSingleton<IStep, RenderStep>();
services.AddSingleton<IStep, AnnualRunStep>();
services.AddSingleton<IStep, PoisonIngestStep>();
services.AddSingleton<IStep, PoisonScoreStep>();
services.AddSingleton<IStep, PoisonRenderStep>();

var app = builder.Build();
app.UseApi();
app.MapInvocations();
app.MapHealth();
app.MapApi();
app.MapPages();
app.Run();
