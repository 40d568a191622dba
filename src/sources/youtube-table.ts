import { namesIn } from '../core/names-in.ts';
import { onePost } from './posts.ts';
import { col, constant, defineSource, sum } from './source.ts';

/** Beside a video it makes a row of each of its days: the data of the chart, of a few videos. */
export const youtubeDate = ['Date', 'Datum', 'Fecha', 'Data'];

export const youtubeContent = ['Content', 'Contenu', 'Inhalte', 'Inhalt', 'Contenido', 'Contenuti'];
export const youtubeTitle = namesIn`
  Video title | Titre de la vidéo | Videotitel | Título del vídeo | Título del video | Titolo video
`;
export const youtubePublished = namesIn`
  Video publish time | Heure de publication de la vidéo | Veröffentlichungszeitpunkt des Videos
  Zeitpunkt der Videoveröffentlichung | Hora de publicación del vídeo | Hora de publicación del video
  Ora pubblicazione video
`;

const part = (...names: string[]) => col(names, 'count', { blank: 0 });

export default defineSource({
  id: 'youtube-table',
  title: 'YouTube Studio: Advanced mode, Export current view, Table data',
  titleFr: 'YouTube Studio\u00a0: Mode avancé, Exporter la vue actuelle, Table data',
  tool: 'YouTube',
  doc: 'A row per video, with the figures of the exported period, booked on the day that the video was published; of two exports the newer replaces the older, video by video. The first row is the total of the channel, also of videos beyond the 500 listed: it is left out, so figures may be lower than those of YouTube. Views stand for impressions where the column of impressions was not chosen. `Subscribers` are those gained less those lost by the listed videos: a difference, not the number of followers. Only the table by `Content` is a list of videos.',
  signature: { all: [youtubeContent, youtubeTitle, youtubePublished], none: youtubeDate },
  decimal: '.',
  kind: 'social',
  skip: [{ of: col(youtubeContent), words: ['Total', 'Gesamt', 'Totale', 'Totaal'], reason: 'total_row' }],
  fields: {
    date: col(youtubePublished, 'day'),
    network: constant('youtube'),
    post_id: col(youtubeContent),
    posts: onePost,
    impressions: col(
      namesIn`
        Impressions | Impressionen | Impresiones | Views | Vues | Aufrufe | Visualizaciones | Vistas
        Visualizzazioni
      `,
      'count',
    ),
    engagements: sum(
      part('Likes', "J'aime", "Mentions J'aime", 'Positive Bewertungen', 'Mag ich-Bewertungen', 'Me gusta'),
      part(
        'Comments added',
        'Comments',
        'Commentaires ajoutés',
        'Commentaires',
        'Hinzugefügte Kommentare',
        'Kommentare',
      ),
      part('Shares', 'Partages', 'Geteilte Inhalte', 'Veces compartido'),
    ),
    new_followers: col(['Subscribers', 'Abonnés', 'Abonnenten', 'Suscriptores'], 'count'),
  },
  approx: ['new_followers'],
});
