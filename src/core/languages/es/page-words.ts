import type { PageWords } from '../page-words.ts';

export const pageWords: PageWords = {
  exact: {
    navigation:
      'inicio|portada|menu|cerrar|abrir|buscar|busqueda|siguiente|anterior|volver|volver arriba|ir al contenido|ver mas|ver todo|leer mas|mas informacion|saber mas|seguir leyendo|noticias|ultima hora|politica|economia|sociedad|deportes|cultura|mundo|internacional|nacional|opinion|secciones|todas las secciones|videos|video|fotos|galeria|multimedia|tiempo|servicios|contacto|espanol|english|francais|iniciar sesion|registrarse|registro|mi cuenta|cerrar sesion|hemeroteca|ultimas noticias|lo ultimo|titulares|edicion|directo|en directo|escuchar|prev next|al minuto',
    form: 'usuario|contrasena|recordarme|recuerdame|olvido su contrasena|olvide mi contrasena|crear una cuenta|suscribirse|suscribete|correo electronico|correo|email|nombre|apellidos|enviar|cancelar|captcha|repita la contrasena|boletin|newsletter|acceder|entrar|tu correo|tu nombre|web|introduce tu email|suscripcion',
    rating: 'valora este articulo|votos|votar|valoracion|puntuacion|tu voto',
    poll: 'encuesta|resultados|ver resultados|total de votos|votos totales|vota',
    comment:
      'comentarios|comentario|deja un comentario|dejar un comentario|deja una respuesta|anadir comentario|escribe un comentario|publicar comentario|responder|sin comentarios|no hay comentarios|se el primero en comentar|ver comentarios|comentar|normas de participacion|cancelar la respuesta|tu comentario|comenta esta noticia',
    social:
      'compartir|comparte|compartir en facebook|compartir en twitter|comparte esta noticia|comparta este articulo|comparta esto|facebook|twitter|x|linkedin|whatsapp|telegram|pinterest|instagram|youtube|tiktok|messenger|email|imprimir|enviar|copiar enlace|siguenos|siguenos en|tuitear|rss|google news|flipboard|copiar|enlace copiado|guardar',
    related:
      'relacionado|relacionados|noticias relacionadas|articulos relacionados|lea tambien|lee tambien|leer tambien|te puede interesar|tambien te puede interesar|le puede interesar|te recomendamos|le recomendamos|recomendados|recomendado|mas noticias|mas leidas|mas leidos|lo mas leido|lo mas visto|ultimas noticias|ver tambien|vea tambien|otras noticias|mas sobre este tema|en esta noticia|noticia anterior|noticia siguiente|siguiente noticia|articulo anterior|articulo siguiente|tambien en|no te pierdas|destacados|destacadas|tendencias|temas relacionados|contenido relacionado|contenidos relacionados|quiza te interese|mas informacion|archivado en|sobre la firma|mas sobre|mas contenido|entradas relacionadas|entradas recientes',
    advert: 'publicidad|anuncio|anuncios|patrocinado|contenido patrocinado|publirreportaje',
    video: 'videos|video|ver video',
    tags: 'etiquetas|temas|palabras clave|tags|temas relacionados',
    legal:
      'aviso legal|politica de privacidad|politica de cookies|terminos y condiciones|condiciones de uso|todos los derechos reservados|quienes somos|aceptar|aceptar todo|aceptar todas|rechazar|configurar|configurar cookies|cookies|publicidad|acerca de',
    notice: 'gracias por avisar|denunciar|reportar',
  },
  starts: {
    form: 'introduce tu|introduzca su|rellene|rellena|campos obligatorios|tu direccion de correo|su direccion de correo|suscribete a|suscribase a|recibe las|recibe en tu|reciba nuestro|inicia sesion para|registrate para|los campos obligatorios|apuntate a',
    comment:
      'debes iniciar sesion|debe iniciar sesion|inicia sesion para comentar|se el primero|para comentar|tienes que iniciar sesion|los comentarios|lo siento debes estar',
    notice:
      'esta imagen se bloqueara|esta foto se bloqueara|esta imagen se ocultara|esta foto se ocultara|esta imagen sera bloqueada|esta foto sera bloqueada|la imagen se bloqueara|la foto se bloqueara|la imagen se ocultara|la foto se ocultara|la imagen sera bloqueada|la foto sera bloqueada|gracias por su aviso|gracias por tu aviso|gracias por su denuncia|gracias por tu denuncia|gracias por reportar|esta informacion es un teletipo|noticia servida automaticamente|gracias por avisar',
    related:
      'lea tambien|lee tambien|leer tambien|lea mas|lee mas|te puede interesar|le puede interesar|tambien te puede|vea tambien|ver tambien|leer mas|mas informacion|no te pierdas|te recomendamos|le recomendamos|le sugerimos|puedes leer|tambien puedes leer|puede leer|quizas te interese',
    'source-link':
      'haga clic aqui para leer|haz clic aqui para leer|leer el articulo original|ver articulo original|leer la noticia completa en|leer noticia completa|articulo original|fuente original',
    social:
      'siguenos en|siganos en|sigue nuestras|sigue a|sigue toda|compartir en|comparte en|unete a nuestro|unete al canal|unete a|descarga la app|descarga nuestra|descargue|haz clic para compartir|suscribete a nuestro canal|encuentranos en',
    legal:
      'todos los derechos reservados|copyright|este sitio usa|este sitio utiliza|utilizamos cookies|usamos cookies|esta web utiliza|queda prohibida|prohibida la reproduccion|prohibida su|esta expresamente prohibida|al continuar|el contenido de',
    poll: 'total de votos|votos totales',
    advert: 'publicidad',
  },
  contains: {
    comment: 'deja un comentario|no hay comentarios',
    form: 'campos obligatorios|olvidado tu contrasena',
    legal: 'todos los derechos reservados|politica de privacidad',
  },
  publishedIn: 'publicado en|aparecido en|publicado por',
  publishedOn:
    'publicado|publicado el|publicada|publicada el|fecha|fecha de publicacion|creado|creado el|subido el|posteado el',
  modifiedOn:
    'actualizado|actualizado el|actualizada|actualizada el|modificado|modificado el|ultima actualizacion|ultima modificacion|act',
  otherDay:
    'fecha de lanzamiento|lanzamiento|estreno|fecha de inicio|fecha de fin|fecha limite|vence el|valido hasta|hasta el|nacido el|nacida el|fecha de nacimiento|registrado el|miembro desde|desde el|desde|consultado el|a partir del',
  by: 'por|escrito por|redactado por|editado por|autor|autora|redaccion|firma|texto|traducido por|publicado por|elaborado por|reportaje de',
  jobs: 'redactor|redactora|periodista|corresponsal|enviado|enviada|director|directora|jefe|jefa|columnista|reportero|reportera|colaborador|colaboradora|becario|fotografo|fotografa|autor|autora|profesor|profesora|coordinador|coordinadora|subdirector|editor|editora',
  newsrooms:
    'redaccion|la redaccion|redaccion digital|equipo|administrador|anonimo|invitado|agencias|agencia|comunicado|comunicado de prensa|nota de prensa|corresponsalia|sin autor',
  source: 'fuente|fuentes|con informacion de',
  withAgency: 'con|con datos de|con material de|y|con informacion de',
  agencies: 'agencias|agencia|con agencias|y agencias|redaccion y agencias|agencias internacionales',
  photo: 'foto|fotos|fotografia|credito|creditos|imagen|fotografo|archivo|foto de archivo|ilustracion',
  photoBy: 'foto de|fotos de|fotografia de|foto por|imagen de|cortesia de|foto',
  live: 'en directo|directo|minuto a minuto|en vivo|ultima hora en directo',
  gallery: 'galeria|fotogaleria|en imagenes|galeria de fotos|las fotos|en fotos',
  missing:
    'pagina no encontrada|error 404|no se encuentra la pagina|esta pagina no existe|acceso denegado|contenido no encontrado|pagina no disponible',
  cues: {
    asks: 'boletin boletines suscribete suscribase suscripcion suscripciones suscriptor suscriptores sigue siguenos sigenos registrate registrese inicia sesion descarga aplicacion app comparte compartir escucha podcast alertas facebook twitter whatsapp telegram instagram youtube recibe apoya donacion dona oferta ofertas clic newsletter',
    legal:
      'derechos reservados cookies cookie privacidad publicidad anunciantes patrocinado patrocinadores socios aviso legal terminos condiciones reproduccion prohibida autorizacion moderacion moderados normas consentimiento navegador javascript copyright datos',
    about:
      'autor autora periodista periodistas redaccion redactor redactora corresponsal enviado columnista contacto biografia colaborador colaboradora colaboracion nota correccion publicado originalmente',
  },
};
